namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Result codes of ESP-IDF (esp_err.h).</summary>
    public enum EspNativeError
    {
        /// <summary>Done.</summary>
        OK = 0,

        /// <summary>Failed.</summary>
        FAIL = -1,

        /// <summary>Out of memory.</summary>
        NO_MEM = 257,

        /// <summary>A wrong argument.</summary>
        INVALID_ARG = 258,

        /// <summary>Not now.</summary>
        INVALID_STATE = 259,

        /// <summary>A wrong size.</summary>
        INVALID_SIZE = 260,

        /// <summary>Not found.</summary>
        NOT_FOUND = 261,

        /// <summary>Not supported.</summary>
        NOT_SUPPORTED = 262,

        /// <summary>Timed out.</summary>
        TIMEOUT = 263,

        /// <summary>A wrong answer.</summary>
        INVALID_RESPONSE = 264,

        /// <summary>A wrong checksum.</summary>
        INVALID_CRC = 265,

        /// <summary>A wrong version.</summary>
        INVALID_VERSION = 266,

        /// <summary>A wrong MAC address.</summary>
        INVALID_MAC = 267,

        /// <summary>The first of the Wi-Fi errors.</summary>
        WIFI_BASE = 12288,
    }
}
