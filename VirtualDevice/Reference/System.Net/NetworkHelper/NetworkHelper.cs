using System;
using System.Net.NetworkInformation;
using System.Threading;

namespace nanoFramework.Networking
{
    /// <summary>Brings an Ethernet interface up and waits for its address, and for the clock where that is asked for.</summary>
    public static class NetworkHelper
    {
        private const int PollMilliseconds = 200;
        private const int JoinMilliseconds = 1000;

        private static readonly NetworkInterfaceType WorkingInterface = NetworkInterfaceType.Ethernet;

        private static ManualResetEvent _addressAvailable;
        private static ManualResetEvent _networkReady = new ManualResetEvent(false);
        private static bool _requiresDateTime;
        private static NetworkHelperStatus _status = NetworkHelperStatus.None;
        private static Exception _exception;
        private static IPConfiguration _configuration;
        private static Thread _worker;
        private static bool _stopRequested;
        private static bool _isSetUp;

        /// <summary>Set while the network can be used.</summary>
        public static ManualResetEvent NetworkReady => _networkReady;

        public static NetworkHelperStatus Status => _status;

        /// <summary>Why Status is ExceptionOccurred.</summary>
        public static Exception HelperException
        {
            get => _exception;
            internal set => _exception = value;
        }

        /// <summary>Works in the background; wait for <see cref="NetworkReady"/>.</summary>
        /// <exception cref="InvalidOperationException">Set up already: see Reset.</exception>
        public static void SetupNetworkHelper(bool requiresDateTime = false) => SetupNetworkHelper(null, requiresDateTime);

        public static void SetupNetworkHelper(IPConfiguration ipConfiguration, bool requiresDateTime = false)
        {
            _requiresDateTime = requiresDateTime;
            _configuration = ipConfiguration;
            Setup(true);
            _worker = new Thread(Work);
            _worker.Start();
        }

        /// <summary>Waits for the address, and for the clock where that is asked for.</summary>
        public static bool SetupAndConnectNetwork(CancellationToken token = default, bool requiresDateTime = false) =>
            SetupAndConnectNetwork(null, token, requiresDateTime);

        public static bool SetupAndConnectNetwork(
            IPConfiguration ipConfiguration, CancellationToken token = default, bool requiresDateTime = false)
        {
            _configuration = ipConfiguration;
            return WaitNetworkAvailable(WorkingInterface, ref _status, token, requiresDateTime);
        }

        /// <summary>Stops the background work and forgets everything.</summary>
        public static void Reset()
        {
            NetworkChange.NetworkAddressChanged -= OnAddressChanged;
            _stopRequested = true;
            if (_addressAvailable != null)
            {
                _addressAvailable.Set();
            }

            if (_worker != null)
            {
                _worker.Join(JoinMilliseconds);
                _worker = null;
            }

            _stopRequested = false;
            _isSetUp = false;
            _addressAvailable = null;
            _networkReady = new ManualResetEvent(false);
            _requiresDateTime = false;
            _status = NetworkHelperStatus.None;
            _exception = null;
            _configuration = null;
        }

        internal static bool WaitNetworkAvailable(
            NetworkInterfaceType type, ref NetworkHelperStatus status, CancellationToken token, bool requiresDateTime)
        {
            try
            {
                Setup(false);
                while (!token.IsCancellationRequested && !NetworkHelperInternal.CheckIP(type, _configuration))
                {
                    Thread.Sleep(PollMilliseconds);
                }

                if (token.IsCancellationRequested)
                {
                    status = NetworkHelperStatus.TokenExpiredWaitingIPAddress;
                    return false;
                }

                while (requiresDateTime && !token.IsCancellationRequested && !NetworkHelperInternal.ClockIsSet)
                {
                    Thread.Sleep(PollMilliseconds);
                }

                if (token.IsCancellationRequested)
                {
                    status = NetworkHelperStatus.TokenExpiredWaitingDateTime;
                    return false;
                }

                status = NetworkHelperStatus.NetworkIsReady;
                return true;
            }
            catch (Exception cause)
            {
                // As in the real library: this helper's status, whichever helper called.
                _status = NetworkHelperStatus.ExceptionOccurred;
                HelperException = cause;
                return false;
            }
        }

        private static void Work()
        {
            if (!NetworkHelperInternal.CheckIP(WorkingInterface, _configuration))
            {
                _addressAvailable.WaitOne();
            }

            if (!_stopRequested && _requiresDateTime)
            {
                NetworkHelperInternal.WaitForClock();
            }

            if (!_stopRequested)
            {
                _networkReady.Set();
                _status = NetworkHelperStatus.NetworkIsReady;
            }
        }

        private static void OnAddressChanged(object sender, EventArgs e)
        {
            if (_stopRequested)
            {
                return;
            }

            if (!NetworkHelperInternal.CheckIP(WorkingInterface, _configuration))
            {
                _networkReady.Reset();
                _addressAvailable.Reset();
                _status = NetworkHelperStatus.Reconnecting;
                return;
            }

            _addressAvailable.Set();
            if (!_requiresDateTime || NetworkHelperInternal.ClockIsSet)
            {
                _networkReady.Set();
                _status = NetworkHelperStatus.NetworkIsReady;
            }
        }

        private static void Setup(bool inBackground)
        {
            if (inBackground && _isSetUp)
            {
                throw new InvalidOperationException();
            }

            NetworkInterface[] interfaces = NetworkInterface.GetAllNetworkInterfaces();
            if (inBackground)
            {
                _isSetUp = true;
                _addressAvailable = new ManualResetEvent(false);
                if (interfaces.Length == 0)
                {
                    _status = NetworkHelperStatus.FailedNoNetworkInterface;
                    throw new NotSupportedException();
                }

                NetworkChange.NetworkAddressChanged += OnAddressChanged;
            }

            NetworkHelperInternal.ApplyAddress(interfaces, WorkingInterface, _configuration);
            _status = NetworkHelperStatus.Started;
        }
    }
}
