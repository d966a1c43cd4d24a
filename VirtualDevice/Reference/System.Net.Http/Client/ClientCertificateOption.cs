namespace System.Net.Http
{
    /// <summary>Where a client certificate would come from; none is ever presented.</summary>
    public enum ClientCertificateOption
    {
        Manual = 0,
        Automatic = 1
    }
}
