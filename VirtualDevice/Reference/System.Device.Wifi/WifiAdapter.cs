using System.Runtime.CompilerServices;

namespace System.Device.Wifi
{
    /// <summary>A scan has ended; see <see cref="WifiAdapter.NetworkReport"/>.</summary>
    public delegate void AvailableNetworksChangedEventHandler(WifiAdapter sender, object e);

    /// <summary>The Wi-Fi station.</summary>
    public sealed class WifiAdapter : IDisposable
    {
        private const int MaxDeviceNameLength = 32;

        private static readonly WifiEventListener s_eventListener = new WifiEventListener();

        // The names of these two fields are part of the native boundary.
        private readonly int _networkInterface;
        private bool _disposedValue;

        private readonly object _syncLock = new object();

        internal WifiAdapter(int networkInterface)
        {
            _networkInterface = networkInterface;
            NativeInit();
            s_eventListener.Add(this);
        }

        ~WifiAdapter()
        {
            Release();
        }

        public event AvailableNetworksChangedEventHandler AvailableNetworksChanged;

        /// <summary>Index of the network interface.</summary>
        public int NetworkInterface => _networkInterface;

        public WifiNetworkReport NetworkReport
        {
            get
            {
                lock (_syncLock)
                {
                    return new WifiNetworkReport(GetNativeScanReport());
                }
            }
        }

        public static WifiAdapter[] FindAllAdapters()
        {
            byte[] indexes = NativeFindWirelessAdapters();
            var adapters = new WifiAdapter[indexes.Length];
            for (int i = 0; i < indexes.Length; i++)
            {
                adapters[i] = new WifiAdapter(indexes[i]);
            }

            return adapters;
        }

        /// <summary>Joins a network; waits up to 20 s. It has no address yet when this returns.</summary>
        /// <param name="availableNetwork">From a scan.</param>
        /// <param name="reconnectionKind">Manual stores the credentials in flash; the driver reconnects either way.</param>
        /// <param name="passwordCredential">"" for an open network; null throws.</param>
        public WifiConnectionResult Connect(
            WifiAvailableNetwork availableNetwork, WifiReconnectionKind reconnectionKind, string passwordCredential) =>
            Connect(availableNetwork.Ssid, reconnectionKind, passwordCredential);

        /// <inheritdoc cref="Connect(WifiAvailableNetwork, WifiReconnectionKind, string)"/>
        public WifiConnectionResult Connect(string ssid, WifiReconnectionKind reconnectionKind, string passwordCredential)
        {
            lock (_syncLock)
            {
                return new WifiConnectionResult(NativeConnect(ssid, passwordCredential, reconnectionKind));
            }
        }

        /// <summary>Leaves the network and stops reconnecting.</summary>
        public void Disconnect() => NativeDisconnect();

        /// <summary>The name shown to the network's DHCP server; 1 to 32 characters.</summary>
        public void SetDeviceName(string deviceName)
        {
            if (string.IsNullOrEmpty(deviceName) || deviceName.Length > MaxDeviceNameLength)
            {
                throw new ArgumentException();
            }

            NativeSetDeviceName(deviceName);
        }

        /// <summary>Looks for networks; <see cref="AvailableNetworksChanged"/> follows.</summary>
        public void ScanAsync()
        {
            lock (_syncLock)
            {
                NativeScanAsync();
            }
        }

        public void Dispose()
        {
            lock (_syncLock)
            {
                Release();
            }

            GC.SuppressFinalize(this);
        }

        internal void OnScanComplete()
        {
            AvailableNetworksChangedEventHandler handlers;
            lock (_syncLock)
            {
                handlers = _disposedValue ? null : AvailableNetworksChanged;
            }

            handlers?.Invoke(this, new EventArgs());
        }

        private void Release()
        {
            if (!_disposedValue)
            {
                s_eventListener.Remove(this);
                DisposeNative();
                _disposedValue = true;
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void DisposeNative();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeInit();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern byte[] NativeFindWirelessAdapters();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern WifiConnectionStatus NativeConnect(string Ssid, string passwordCredential, WifiReconnectionKind reconnectionKind);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeDisconnect();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeScanAsync();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern byte[] GetNativeScanReport();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeSetDeviceName(string deviceName);
    }
}
