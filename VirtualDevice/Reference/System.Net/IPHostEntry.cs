namespace System.Net
{
    /// <summary>What a name was resolved to.</summary>
    public class IPHostEntry
    {
        internal string hostName;
        internal IPAddress[] addressList;

        public string HostName => hostName;

        public IPAddress[] AddressList => addressList;
    }
}
