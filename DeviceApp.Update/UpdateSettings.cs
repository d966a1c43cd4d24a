namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What the topics set, with the defaults of secure_esp.</summary>
    public sealed class UpdateSettings
    {
        /// <summary>Shortest time between two looks for updates, in seconds.</summary>
        public const int MinInterval = 300;

        /// <summary>Longest, in seconds.</summary>
        public const int MaxInterval = 9999999;

        /// <summary>Another place for updates; empty where none is stored.</summary>
        public string Url = "";

        /// <summary>Whether that place is used.</summary>
        public bool UseUrl;

        /// <summary>Time between two looks, in seconds.</summary>
        public int Interval = MinInterval;

        /// <summary>Where updates come from; the standard place also where none is stored to use instead.</summary>
        public string Effective(string standard)
        {
            return UseUrl && Url.Length > 0 ? Url : standard;
        }

        /// <summary>The same values again.</summary>
        public UpdateSettings Copy()
        {
            return new UpdateSettings { Url = Url, UseUrl = UseUrl, Interval = Interval };
        }
    }
}
