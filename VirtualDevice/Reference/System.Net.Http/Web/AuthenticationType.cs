namespace System.Net
{
    /// <summary>How credentials are presented; only Basic does anything.</summary>
    public enum AuthenticationType
    {
        Basic = 0,
        WindowsLive = 1
    }
}
