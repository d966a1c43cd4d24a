using System;
using System.Net.NetworkInformation;
using System.Threading;

namespace nanoFramework.Networking
{
    /// <summary>What the helpers for Ethernet and Wi-Fi share.</summary>
    internal static class NetworkHelperInternal
    {
        /// <summary>A clock before this year has not been set yet.</summary>
        internal const int FirstValidYear = 2021;

        private const int ClockPollMilliseconds = 1000;

        internal static bool ClockIsSet => DateTime.UtcNow.Year >= FirstValidYear;

        /// <summary>True once the interface has an address; with a static configuration, once it has that address.</summary>
        internal static bool CheckIP(NetworkInterfaceType type, IPConfiguration configuration)
        {
            foreach (NetworkInterface candidate in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (candidate.NetworkInterfaceType == type && candidate.IPv4Address[0] != '0')
                {
                    return configuration == null || configuration.IPAddress == candidate.IPv4Address;
                }
            }

            return false;
        }

        internal static void WaitForClock()
        {
            while (!ClockIsSet)
            {
                Thread.Sleep(ClockPollMilliseconds);
            }
        }

        /// <summary>Applies a static configuration; without one, applies again what is stored.</summary>
        internal static void ApplyAddress(NetworkInterface[] interfaces, NetworkInterfaceType type, IPConfiguration configuration)
        {
            foreach (NetworkInterface candidate in interfaces)
            {
                if (candidate.NetworkInterfaceType == type)
                {
                    ApplyAddress(candidate, configuration);
                }
            }
        }

        internal static void ApplyAddress(NetworkInterface target, IPConfiguration configuration)
        {
            if (configuration == null && target.IsDhcpEnabled)
            {
                target.EnableDhcp();
                return;
            }

            if (configuration == null)
            {
                configuration = new IPConfiguration(
                    target.IPv4Address, target.IPv4SubnetMask, target.IPv4GatewayAddress, target.IPv4DnsAddresses);
            }

            target.EnableStaticIPv4(configuration.IPAddress, configuration.IPSubnetMask, configuration.IPGatewayAddress);
            if (configuration.IPDns != null && configuration.IPDns.Length > 0)
            {
                target.EnableStaticIPv4Dns(configuration.IPDns);
            }
        }
    }
}
