namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The words of the log about commands; those of secure_esp letter by letter, so that what reads them goes on to work.</summary>
    public static class UpdateLog
    {
        /// <summary>A place was stored.</summary>
        public const string UrlStored = "[SUCCESS] Custom URL is written to storage";

        /// <summary>It is not used.</summary>
        public const string UrlNotActive = "[WARNING] Custom url is not activated, because use_url is set to 0. Set use_url to 1 to activate the custom url.";

        /// <summary>A message without contents.</summary>
        public const string NoMessage = "[ERROR] No message send";

        /// <summary>A message for use_url is something else.</summary>
        public const string NotZeroOrOne = "[ERROR] Message is not 0 or 1";

        /// <summary>A message for the interval without contents.</summary>
        public const string NoInterval = "[ERROR] no interval provided";

        /// <summary>The interval is too long.</summary>
        public const string IntervalTooLong = "[ERROR] interval must be lower that 9.999.999";

        /// <summary>The interval is too short.</summary>
        public const string IntervalTooShort = "[ERROR] Update Interval is lower than 300";

        /// <summary>An update begins.</summary>
        public const string Started = "[SUCCESS] OTA-Update started";

        /// <summary>One is under way already.</summary>
        public const string Running = "[ERROR] Update Process is running (maybe triggerd by Interval Timer)- Cancel Interval";

        /// <summary>The board restarts.</summary>
        public const string Restart = "[SUCCESS] Restart ESP32...";

        /// <summary>Not of secure_esp, which takes any text as a place.</summary>
        public const string BadUrl = "[ERROR] Custom URL must be https://host[:port]/path of at most 512 characters";

        /// <summary>Not of secure_esp, which takes 500abc as 500.</summary>
        public const string NotANumber = "[ERROR] interval is not a whole number of seconds";

        /// <summary>Not of secure_esp, which restarts again after every connect.</summary>
        public const string Retained = "[ERROR] Message is retained by the broker and would be obeyed at every connect: not obeyed";

        /// <summary>use_url was stored.</summary>
        public static string UseUrl(bool value)
        {
            return "[SUCCESS] use_url is now set to " + (value ? "1" : "0");
        }

        /// <summary>The interval was stored.</summary>
        public static string Interval(int seconds)
        {
            return "[SUCCESS] Update Interval set: " + seconds.ToString();
        }
    }
}
