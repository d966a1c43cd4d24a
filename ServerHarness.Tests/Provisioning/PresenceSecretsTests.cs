using SecureEsp.ServerHarness.Provisioning;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>A label's secrets in a file that somebody has written by hand.</summary>
public sealed class PresenceSecretsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("twelve chars", "ABCD-2345")]
    [InlineData("correct-horse-battery-staple-correct-horse-battery-staple-12345", "1-2-3-4-5-6-7-8")]
    public void What_the_firmware_takes_is_kept(string password, string code) => Assert.Equal(new(password, code), Ensure(password, code));

    [Theory]
    [InlineData("eleven char", "ABCD-2345")]
    [InlineData("correct-horse-battery-staple-correct-horse-battery-staple-123456", "ABCD-2345")]
    [InlineData("correct-horse-bättery", "ABCD-2345")]
    [InlineData(" correct-horse-battery", "ABCD-2345")]
    [InlineData("correct-horse-battery ", "ABCD-2345")]
    [InlineData("correct-horse\u0007battery", "ABCD-2345")]
    [InlineData("correct-horse-battery", "ABCD-234")]
    [InlineData("correct-horse-battery", "A B C-D-2-3-4--")]
    [InlineData("correct-horse-battery", "ABCD-234é")]
    [InlineData("correct-horse-battery", "ABCD-2345-ABCD-2345-ABCD-2345-ABCD-2345-ABCD-2345-ABCD-2345-ABCDE")]
    public void What_the_firmware_would_refuse_is_refused_here(string password, string code)
    {
        var told = Assert.Throws<HarnessException>(() => Ensure(password, code));
        Assert.Contains("the firmware takes a password of 12 to 63 printable characters without a space at either end, and a code of 8 to 64", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ap-password=correct-horse-battery\nsetup.code=ABCD-2345\n")]
    [InlineData("ap.password=correct-horse-battery\nsetup-code=ABCD-2345\n")]
    [InlineData("setup.code=ABCD-2345\nap.password=correct-horse-battery\n")]
    [InlineData("ap.password=correct-horse-battery\nsetup.code=ABCD-2345\nmore\n")]
    [InlineData("ap.password=correct-horse-battery\n")]
    public void What_is_no_such_file_is_left_as_it_is(string text)
    {
        File.WriteAllText(_folder.File("presence.txt"), text);
        var told = Assert.Throws<HarnessException>(() => PresenceSecrets.Ensure(_folder.File("presence.txt")));
        Assert.EndsWith("presence.txt holds no label's secrets", told.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_folder.File("presence.txt")));
    }

    private PresenceSecrets Ensure(string password, string code)
    {
        File.WriteAllText(_folder.File("presence.txt"), new PresenceSecrets(password, code).Text);
        return PresenceSecrets.Ensure(_folder.File("presence.txt"));
    }
}
