namespace System.Net.Sockets
{
    /// <summary>What Socket.Poll waits for.</summary>
    public enum SelectMode
    {
        SelectRead = 0,
        SelectWrite = 1,
        SelectError = 2,
    }
}
