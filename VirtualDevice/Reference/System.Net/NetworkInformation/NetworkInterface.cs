using System.Collections;
using System.Runtime.CompilerServices;
using System.Threading;

namespace System.Net.NetworkInformation
{
    /// <summary>A network interface and its stored configuration. On an ESP32: index 0 the Wi-Fi station, 1 the access point.</summary>
    public class NetworkInterface
    {
        // What UpdateConfiguration is told to apply.
        private const int UpdateDns = 0x01;
        private const int UpdateDhcp = 0x02;
        private const int UpdateDhcpRenew = 0x04;
        private const int UpdateDhcpRelease = 0x08;
        private const int UpdateMac = 0x10;

        /// <summary>How long the real library waits before it reads settings back.</summary>
        private const int SettleMilliseconds = 100;

        // The names of these fields are part of the native boundary.
        private readonly int _interfaceIndex;
        private byte[] _macAddress;
        private AddressMode _startupAddressMode = AddressMode.Invalid;
        private uint _specificConfigId = uint.MaxValue;
        private bool _automaticDns = true;
        private uint _ipv4Address;
        private uint _ipv4NetMask;
        private uint _ipv4GatewayAddress;
        private uint _ipv4dnsAddress1;
        private uint _ipv4dnsAddress2;
        private NetworkInterfaceType _networkInterfaceType = NetworkInterfaceType.Unknown;

        protected NetworkInterface(int interfaceIndex)
        {
            _interfaceIndex = interfaceIndex;
        }

        public string IPv4Address => IPAddress.IPv4ToString(_ipv4Address);

        public string IPv4GatewayAddress => IPAddress.IPv4ToString(_ipv4GatewayAddress);

        public string IPv4SubnetMask => IPAddress.IPv4ToString(_ipv4NetMask);

        public bool IsDhcpEnabled => _startupAddressMode == AddressMode.DHCP;

        public bool IsAutomaticDnsEnabled => _automaticDns;

        public string[] IPv4DnsAddresses
        {
            get
            {
                var list = new ArrayList();
                if (_ipv4dnsAddress1 != 0)
                {
                    list.Add(IPAddress.IPv4ToString(_ipv4dnsAddress1));
                }

                if (_ipv4dnsAddress2 != 0)
                {
                    list.Add(IPAddress.IPv4ToString(_ipv4dnsAddress2));
                }

                return (string[])list.ToArray(typeof(string));
            }
        }

        /// <summary>Six bytes.</summary>
        public byte[] PhysicalAddress
        {
            get => _macAddress;
            set
            {
                _macAddress = value;
                Apply(UpdateMac);
            }
        }

        public NetworkInterfaceType NetworkInterfaceType => _networkInterfaceType;

        /// <summary>Index of the wireless configuration that belongs to this interface.</summary>
        public uint SpecificConfigId
        {
            get => _specificConfigId;
            set => _specificConfigId = value;
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern bool GetIsNetworkAvailable();

        public static NetworkInterface[] GetAllNetworkInterfaces()
        {
            var all = new NetworkInterface[GetNetworkInterfaceCount()];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = GetNetworkInterface((uint)i);
            }

            return all;
        }

        public void EnableStaticIPv4(string ipv4Address, string ipv4SubnetMask, string ipv4GatewayAddress)
        {
            _ipv4Address = (uint)IPV4AddressFromString(ipv4Address);
            _ipv4NetMask = (uint)IPV4AddressFromString(ipv4SubnetMask);
            _ipv4GatewayAddress = (uint)IPV4AddressFromString(ipv4GatewayAddress);
            _startupAddressMode = AddressMode.Static;
            Apply(UpdateDhcp);
        }

        /// <exception cref="NotImplementedException">Always, as in the real library.</exception>
        public void EnableStaticIPv6(string ipv6Address, string ipv6SubnetMask, string ipv6GatewayAddress) =>
            throw new NotImplementedException();

        /// <exception cref="NotImplementedException">Always, as in the real library.</exception>
        public void EnableStaticIP(
            string ipv4Address,
            string ipv4subnetMask,
            string ipv4gatewayAddress,
            string ipv6Address,
            string ipv6SubnetMask,
            string ipv6GatewayAddress) =>
            throw new NotImplementedException();

        public void EnableDhcp()
        {
            _startupAddressMode = AddressMode.DHCP;
            Apply(UpdateDhcp);
        }

        /// <summary>One or two servers.</summary>
        public void EnableStaticIPv4Dns(string[] dnsAddresses)
        {
            if (dnsAddresses == null || dnsAddresses.Length == 0 || dnsAddresses.Length > 2)
            {
                throw new ArgumentException();
            }

            var servers = new uint[2];
            int count = 0;
            foreach (string text in dnsAddresses)
            {
                uint server = (uint)IPV4AddressFromString(text);
                if (server != 0)
                {
                    servers[count++] = server;
                }
            }

            _ipv4dnsAddress1 = servers[0];
            _ipv4dnsAddress2 = servers[1];
            _automaticDns = false;
            Apply(UpdateDns);
        }

        /// <exception cref="NotImplementedException">Always, as in the real library.</exception>
        public void EnableStaticIPv6Dns(string[] dnsAddresses) => throw new NotImplementedException();

        [Obsolete("Part of EnableDhcp.")]
        public void EnableAutomaticDns()
        {
            _ipv4dnsAddress1 = 0;
            _ipv4dnsAddress2 = 0;
            _automaticDns = true;
            Apply(UpdateDns);
        }

        public void ReleaseDhcpLease() => Apply(UpdateDhcpRelease);

        public void RenewDhcpLease() => Apply(UpdateDhcpRenew);

        private void Apply(int update)
        {
            try
            {
                UpdateConfiguration(update);
            }
            finally
            {
                Thread.Sleep(SettleMilliseconds);
                InitializeNetworkInterfaceSettings();
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern int GetNetworkInterfaceCount();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern NetworkInterface GetNetworkInterface(uint interfaceIndex);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void InitializeNetworkInterfaceSettings();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void UpdateConfiguration(int updateType);

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern long IPV4AddressFromString(string ipAddress);

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern ushort[] IPV6AddressFromString(string ipAddress);
    }
}
