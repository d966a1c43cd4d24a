using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Pre-signed URLs, made and judged as S3 does.</summary>
public sealed class SignatureV4Tests
{
    private static readonly S3Credentials s_example = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
    private static readonly DateTimeOffset s_then = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);

    private static string Url => PresignedUrl.Make(s_example, "GET", "examplebucket.s3.amazonaws.com", "/test.txt", TimeSpan.FromSeconds(86400), s_then);

    // "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)" of the Amazon S3 API reference.
    [Fact]
    public void The_published_example_of_S3_has_its_published_signature() => Assert.Equal(
        "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404", Url);

    [Theory]
    [InlineData("as it is", null, null)]
    [InlineData("a moment before its end", null, null)]
    [InlineData("expired", "AccessDenied", "Request has expired")]
    [InlineData("a clock 14 minutes behind", null, null)]
    [InlineData("a clock 16 minutes behind", "AccessDenied", "Request is not valid yet")]
    [InlineData("PUT", "SignatureDoesNotMatch", "calculated")]
    [InlineData("HEAD", "SignatureDoesNotMatch", "calculated")]
    [InlineData("another host", "SignatureDoesNotMatch", "calculated")]
    [InlineData("another object", "SignatureDoesNotMatch", "calculated")]
    [InlineData("a longer lifetime", "SignatureDoesNotMatch", "calculated")]
    [InlineData("a lifetime over a week", "AuthorizationQueryParametersError", "604800")]
    [InlineData("no lifetime", "AuthorizationQueryParametersError", "requires the X-Amz-Algorithm")]
    [InlineData("another date", "AuthorizationQueryParametersError", "scope")]
    [InlineData("a date that is none", "AuthorizationQueryParametersError", "ISO8601")]
    [InlineData("another region", "AuthorizationQueryParametersError", "scope")]
    [InlineData("another access key", "InvalidAccessKeyId", "does not exist")]
    [InlineData("another algorithm", "AuthorizationQueryParametersError", "only supports")]
    [InlineData("more signed headers", "AuthorizationQueryParametersError", "must be host")]
    [InlineData("a parameter more", "SignatureDoesNotMatch", "calculated")]
    [InlineData("a parameter twice", "AuthorizationQueryParametersError", "twice")]
    [InlineData("another signature", "SignatureDoesNotMatch", "calculated")]
    [InlineData("a short signature", "SignatureDoesNotMatch", "calculated")]
    [InlineData("no query", "AccessDenied", "Access Denied")]
    [InlineData("a query of something else", "AccessDenied", "Access Denied")]
    public void A_request_is_judged_as_S3_judges_it(string what, string? code, string? message)
    {
        var target = Url["https://examplebucket.s3.amazonaws.com".Length..];
        var (method, host, now) = ("GET", "examplebucket.s3.amazonaws.com", s_then.AddMinutes(1));
        switch (what)
        {
            case "a moment before its end": now = s_then.AddSeconds(86399.9); break;
            case "expired": now = s_then.AddSeconds(86400); break;
            case "a clock 14 minutes behind": now = s_then.AddMinutes(-14); break;
            case "a clock 16 minutes behind": now = s_then.AddMinutes(-16); break;
            case "PUT" or "HEAD": method = what; break;
            case "another host": host = "otherbucket.s3.amazonaws.com"; break;
            case "another object": target = target.Replace("/test.txt", "/tezt.txt"); break;
            case "a longer lifetime": target = target.Replace("Expires=86400", "Expires=86401"); break;
            case "a lifetime over a week": target = target.Replace("Expires=86400", "Expires=604801"); break;
            case "no lifetime": target = target.Replace("&X-Amz-Expires=86400", ""); break;
            case "another date": target = target.Replace("Date=20130524", "Date=20130525"); break;
            case "a date that is none": target = target.Replace("Date=20130524T000000Z", "Date=2013-05-24"); break;
            case "another region": target = target.Replace("us-east-1", "eu-west-1"); break;
            case "another access key": target = target.Replace("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLF"); break;
            case "another algorithm": target = target.Replace("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1"); break;
            case "more signed headers": target = target.Replace("SignedHeaders=host", "SignedHeaders=host%3Bx-amz-date"); break;
            case "a parameter more": target += "&response-content-type=text%2Fhtml"; break;
            case "a parameter twice": target += "&X-Amz-Date=20130524T000000Z"; break;
            case "another signature": target = target.Replace("=aeeed9bb", "=beeed9bb"); break;
            case "a short signature": target = target[..^2]; break;
            case "no query": target = "/test.txt"; break;
            case "a query of something else": target = "/test.txt?list-type=2"; break;
        }

        var refusal = PresignedCheck.Judge(s_example, method, host, target, now, out var path);
        Assert.Equal(code, refusal?.Code);
        Assert.Contains(message ?? "", refusal?.Message ?? "");
        Assert.Equal(code is null ? "/test.txt" : "", path);
    }

    [Fact]
    public void A_session_token_is_signed_too()
    {
        var credentials = s_example with { SessionToken = "a+/=b" };
        var target = PresignedUrl.Make(credentials, "GET", "h", "/b/ü 1", TimeSpan.FromMinutes(1), s_then)["https://h".Length..];
        Assert.Contains("X-Amz-Security-Token=a%2B%2F%3Db", target);
        Assert.Null(PresignedCheck.Judge(credentials, "GET", "h", target, s_then, out var path));
        Assert.Equal("/b/ü 1", path);
        Assert.Equal("SignatureDoesNotMatch", PresignedCheck.Judge(credentials, "GET", "h", target.Replace("a%2B", "b%2B"), s_then, out _)?.Code);
    }

    [Fact]
    public void A_refusal_is_XML_whatever_is_in_it()
    {
        var xml = S3Error.Denied("a < b & c", ("Expires", "<now>")).ToXml("1");
        Assert.Equal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>a &lt; b &amp; c</Message><Expires>&lt;now&gt;</Expires><RequestId>1</RequestId></Error>", xml);
    }

    [Fact]
    public void Credentials_come_from_the_environment()
    {
        var environment = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "a", ["AWS_SECRET_ACCESS_KEY"] = "b" };
        Assert.Equal(new("a", "b", "r"), S3Credentials.FromEnvironment("r", environment.GetValueOrDefault));
        environment.Remove("AWS_SECRET_ACCESS_KEY");
        Assert.Contains("AWS_SECRET_ACCESS_KEY", Assert.Throws<HarnessException>(() => S3Credentials.FromEnvironment("r", environment.GetValueOrDefault)).Message);
    }
}
