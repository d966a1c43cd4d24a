namespace SecureEsp.DeviceApp.Console
{
    /// <summary>How much the console tells.</summary>
    public enum LogLevel
    {
        /// <summary>Failures, questions and answers only.</summary>
        Error,

        /// <summary>What happens, too.</summary>
        Info,

        /// <summary>Times and free memory, too.</summary>
        Debug
    }

    /// <summary>The levels in words.</summary>
    public static class LogLevelWords
    {
        /// <summary>Its name.</summary>
        public static string Of(LogLevel level)
        {
            return level == LogLevel.Error ? "error" : level == LogLevel.Info ? "info" : "debug";
        }

        /// <summary>Finds a level by its name.</summary>
        /// <returns>False where there is none of that name.</returns>
        public static bool TryParse(string name, out LogLevel level)
        {
            level = name == "error" ? LogLevel.Error : name == "debug" ? LogLevel.Debug : LogLevel.Info;
            return name == Of(level);
        }
    }
}
