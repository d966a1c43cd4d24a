namespace nanoFramework.Runtime.Events
{
    /// <summary>What part of the device an event comes from.</summary>
    public enum EventCategory
    {
        /// <summary>None of the others.</summary>
        Unknown = 0,

        /// <summary>Posted by the firmware's own native code.</summary>
        Custom = 10,

        /// <summary>A pin changed.</summary>
        Gpio = 20,

        /// <summary>A serial port received.</summary>
        SerialDevice = 30,

        /// <summary>A network interface changed.</summary>
        Network = 40,

        /// <summary>A Wi-Fi scan ended or a station came or went.</summary>
        WiFi = 50,

        /// <summary>A CAN message.</summary>
        Can = 60,

        /// <summary>A volume came or went.</summary>
        Storage = 70,

        /// <summary>A radio.</summary>
        Radio = 80,

        /// <summary>A timer of Hardware.Esp32.</summary>
        HighResolutionTimer = 90,

        /// <summary>Bluetooth.</summary>
        Bluetooth = 100,

        /// <summary>USB.</summary>
        Usb = 110,

        /// <summary>A touch pad.</summary>
        Touch = 120,

        /// <summary>A gesture on a touch screen.</summary>
        Gesture = 130,

        /// <summary>OpenThread.</summary>
        OpenThread = 140,

        /// <summary>ESP-NOW.</summary>
        EspNow = 150,
    }
}
