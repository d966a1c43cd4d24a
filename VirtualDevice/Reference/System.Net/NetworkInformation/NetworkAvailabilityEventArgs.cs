namespace System.Net.NetworkInformation
{
    /// <summary>Tells whether a link has come or gone.</summary>
    public class NetworkAvailabilityEventArgs : EventArgs
    {
        private readonly bool _isAvailable;

        internal NetworkAvailabilityEventArgs(bool isAvailable)
        {
            _isAvailable = isAvailable;
        }

        public bool IsAvailable => _isAvailable;
    }
}
