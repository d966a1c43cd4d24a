using System.Xml.Linq;

namespace SecureEsp.ServerHarness.Updates.S3;

/// <summary>A refusal in S3's words.</summary>
/// <param name="Details">Further elements, such as Expires.</param>
internal sealed record S3Error(int Status, string Code, string Message, params (string Name, string Value)[] Details)
{
    public static S3Error Parameters(string message) => new(400, "AuthorizationQueryParametersError", message);

    public static S3Error Denied(string message, params (string, string)[] details) => new(403, "AccessDenied", message, details);

    public static S3Error WrongSignature { get; } =
        new(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.");

    public static S3Error UnknownKey { get; } = new(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");

    public static S3Error NoObject { get; } = new(404, "NoSuchKey", "The specified key does not exist.");

    public static S3Error WrongMethod { get; } = new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");

    /// <summary>The answer's body.</summary>
    public string ToXml(string requestId) => new XDocument(
        new XElement("Error", new XElement("Code", Code), new XElement("Message", Message), Details.Select(d => new XElement(d.Name, d.Value)), new XElement("RequestId", requestId)))
        is var document ? $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document.ToString(SaveOptions.DisableFormatting)}" : "";
}
