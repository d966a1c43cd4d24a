namespace System.Net
{
    /// <summary>Makes requests for a scheme.</summary>
    public interface IWebRequestCreate
    {
        /// <summary>Makes a request.</summary>
        WebRequest Create(Uri uri);
    }
}
