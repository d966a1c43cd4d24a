namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Kinds of devices: the upper half of a DeviceFunction.</summary>
    public enum DeviceTypes
    {
        /// <summary>GPIO.</summary>
        GPIO = 0,

        /// <summary>SPI.</summary>
        SPI = 65536,

        /// <summary>I2C.</summary>
        I2C = 131072,

        /// <summary>SERIAL.</summary>
        SERIAL = 196608,

        /// <summary>PWM.</summary>
        PWM = 262144,

        /// <summary>ADC.</summary>
        ADC = 327680,

        /// <summary>I2S.</summary>
        I2S = 393216,

        /// <summary>SDMMC.</summary>
        SDMMC = 524288,
    }
}
