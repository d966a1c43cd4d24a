namespace SecureEsp.DeviceApp.Wifi
{
    /// <summary>How an attempt to join a network ended.</summary>
    public enum WifiOutcome
    {
        /// <summary>Joined, with an address.</summary>
        Joined,

        /// <summary>
        /// The network did not take the password. The board's driver reports a lost beacon or an expired
        /// authentication in the same way, so a stored password must not be given up for one such answer.
        /// </summary>
        WrongPassword,

        /// <summary>No such network in reach.</summary>
        NotFound,

        /// <summary>No answer in time.</summary>
        TimedOut,

        /// <summary>Joined, but no address was given in time.</summary>
        NoAddress,

        /// <summary>Anything else.</summary>
        Failed
    }

    /// <summary>The outcomes in words.</summary>
    public static class WifiOutcomeWords
    {
        /// <summary>A sentence about <paramref name="ssid"/>, without the password.</summary>
        public static string Of(WifiOutcome outcome, string ssid)
        {
            switch (outcome)
            {
                case WifiOutcome.Joined: return "joined " + ssid;
                case WifiOutcome.WrongPassword: return ssid + " refused the password";
                case WifiOutcome.NotFound: return ssid + " is not in reach";
                case WifiOutcome.TimedOut: return ssid + " did not answer in time";
                case WifiOutcome.NoAddress: return ssid + " gave no address (DHCP) in time";
                default: return ssid + " could not be joined";
            }
        }
    }
}
