namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Pin numbers by name.</summary>
    public static class Gpio
    {
        /// <summary>Pin 0.</summary>
        public const int IO00 = 0;

        /// <summary>Pin 1.</summary>
        public const int IO01 = 1;

        /// <summary>Pin 2.</summary>
        public const int IO02 = 2;

        /// <summary>Pin 3.</summary>
        public const int IO03 = 3;

        /// <summary>Pin 4.</summary>
        public const int IO04 = 4;

        /// <summary>Pin 5.</summary>
        public const int IO05 = 5;

        /// <summary>Pin 6.</summary>
        public const int IO06 = 6;

        /// <summary>Pin 7.</summary>
        public const int IO07 = 7;

        /// <summary>Pin 8.</summary>
        public const int IO08 = 8;

        /// <summary>Pin 9.</summary>
        public const int IO09 = 9;

        /// <summary>Pin 10.</summary>
        public const int IO10 = 10;

        /// <summary>Pin 11.</summary>
        public const int IO11 = 11;

        /// <summary>Pin 12.</summary>
        public const int IO12 = 12;

        /// <summary>Pin 13.</summary>
        public const int IO13 = 13;

        /// <summary>Pin 14.</summary>
        public const int IO14 = 14;

        /// <summary>Pin 15.</summary>
        public const int IO15 = 15;

        /// <summary>Pin 16.</summary>
        public const int IO16 = 16;

        /// <summary>Pin 17.</summary>
        public const int IO17 = 17;

        /// <summary>Pin 18.</summary>
        public const int IO18 = 18;

        /// <summary>Pin 19.</summary>
        public const int IO19 = 19;

        /// <summary>Pin 20.</summary>
        public const int IO20 = 20;

        /// <summary>Pin 21.</summary>
        public const int IO21 = 21;

        /// <summary>Pin 22.</summary>
        public const int IO22 = 22;

        /// <summary>Pin 23.</summary>
        public const int IO23 = 23;

        /// <summary>Pin 24.</summary>
        public const int IO24 = 24;

        /// <summary>Pin 25.</summary>
        public const int IO25 = 25;

        /// <summary>Pin 26.</summary>
        public const int IO26 = 26;

        /// <summary>Pin 27.</summary>
        public const int IO27 = 27;

        /// <summary>Pin 28.</summary>
        public const int IO28 = 28;

        /// <summary>Pin 29.</summary>
        public const int IO29 = 29;

        /// <summary>Pin 30.</summary>
        public const int IO30 = 30;

        /// <summary>Pin 31.</summary>
        public const int IO31 = 31;

        /// <summary>Pin 32.</summary>
        public const int IO32 = 32;

        /// <summary>Pin 33.</summary>
        public const int IO33 = 33;

        /// <summary>Pin 34.</summary>
        public const int IO34 = 34;

        /// <summary>Pin 35.</summary>
        public const int IO35 = 35;

        /// <summary>Pin 36.</summary>
        public const int IO36 = 36;

        /// <summary>Pin 37.</summary>
        public const int IO37 = 37;

        /// <summary>Pin 38.</summary>
        public const int IO38 = 38;

        /// <summary>Pin 39.</summary>
        public const int IO39 = 39;
    }
}
