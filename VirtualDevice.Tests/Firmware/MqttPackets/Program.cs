using System;
using System.Diagnostics;

namespace MqttPackets
{
    /// <summary>Runs the checks and prints one line for each: "passed NAME" or "failed NAME: why".</summary>
    public class Program
    {
        private delegate void Check();

        public static void Main()
        {
            Run("RoundTrips", Checks.RoundTrips);
            Run("Truncations", Checks.Truncations);
            Run("ShortenedBodies", Checks.ShortenedBodies);
            Run("SingleByteCorruptions", Checks.SingleByteCorruptions);
            Run("RemainingLengthOfFiveBytesIsRefused", Checks.RemainingLengthOfFiveBytesIsRefused);
            Run("PacketBeyondTheLimitIsRefusedBeforeItIsAllocated", Checks.PacketBeyondTheLimitIsRefusedBeforeItIsAllocated);
            Run("TextThatIsNoUtf8IsRefused", Checks.TextThatIsNoUtf8IsRefused);
            Run("ConnectIsAsInTheStandard", Checks.ConnectIsAsInTheStandard);
            Run("RemainingLengthsAreAsInTheStandard", Checks.RemainingLengthsAreAsInTheStandard);
            Run("LongPropertiesAreReadBack", Checks.LongPropertiesAreReadBack);
            Run("WhatCannotBeSentIsRefused", Checks.WhatCannotBeSentIsRefused);
            Debug.WriteLine("all checks done");
        }

        private static void Run(string name, Check check)
        {
            try
            {
                check();
                Debug.WriteLine("passed " + name + ";");
            }
            catch (Exception e)
            {
                Debug.WriteLine("failed " + name + ": " + e.Message + ";");
            }
        }
    }
}
