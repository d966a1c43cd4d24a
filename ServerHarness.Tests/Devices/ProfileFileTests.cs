using System.Text;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.ServerHarness.Tests.Devices;

/// <summary>The board profile that <c>device run --profile</c> takes.</summary>
public sealed class ProfileFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_entry_reaches_the_board()
    {
        File.WriteAllText(_folder.File("ca.pem"), "CA");
        File.WriteAllText(_folder.File("own.pem"), "CERT");
        File.WriteAllText(_folder.File("own.key"), "KEY");
        File.WriteAllText(_folder.File("page.txt"), "page");
        var profile = Read(
            """
            {
              // comments are allowed
              "flashMegabytes": 16,
              "generation": "socketException",
              "networks": [
                { "ssid": "One", "password": "12345678", "signal": -80, "hosts": { "a.test": "127.0.0.2" }, "time": "2030-05-06T07:08:09Z" },
                { "ssid": "Two", "time": "none" }
              ],
              "stored": { "ssid": "One", "password": "12345678" },
              "pins": { "4": true },
              "certificates": { "ca": "ca.pem", "certificate": "own.pem", "key": "own.key" },
              "files": { "I:\\a\\settings.txt": { "text": "x=1\n" }, "I:\\page.txt": { "from": "page.txt" } },
            }
            """);
        var board = profile.Create(profile.CreateFlash());
        Assert.Equal(3 * 1024 * 1024, board.Flash.Capacity);
        Assert.Equal(TlsGeneration.SocketException, board.TlsGeneration);
        Assert.Equal(["One", "Two"], board.Radio.AccessPoints.Select(a => a.Ssid));
        var (one, two) = (board.Radio.AccessPoints[0], board.Radio.AccessPoints[1]);
        Assert.Equal(("12345678", -80, "127.0.0.2"), (one.Password, one.Rssi, one.Hosts["a.test"].ToString()));
        Assert.Equal(new DateTime(2030, 5, 6), one.TimeSource!()!.Value.Date);
        Assert.Null(two.TimeSource);
        Assert.Equal("One", board.Wifi.Station.Ssid);
        Assert.True(board.Gpio.Read(4));
        Assert.Equal("CA\n\0", Encoding.UTF8.GetString(board.Certificates.CaBundle!));
        Assert.Equal("CERT\nKEY\n\0", Encoding.UTF8.GetString(board.Certificates.DeviceCertificate!));
        Assert.Equal("x=1\n", Encoding.UTF8.GetString(board.Flash.Read(@"I:\a\settings.txt")!));
        Assert.Equal("page", Encoding.UTF8.GetString(board.Flash.Read(@"I:\page.txt")!));
    }

    [Fact]
    public void An_empty_profile_is_a_new_board_that_hears_no_network()
    {
        var profile = Read("{}");
        var board = profile.Create(profile.CreateFlash());
        Assert.Empty(board.Flash.List());
        Assert.Empty(board.Radio.AccessPoints);
        Assert.Equal(2 * 1024 * 1024, board.Flash.Capacity);
    }

    [Theory]
    [InlineData("""{ "flashMegabytes": 5 }""", "flashMegabytes is 5", 2)]
    [InlineData("""{ "generation": "new" }""", "generation is 'new'", 2)]
    [InlineData("""{ "generation": "7" }""", "generation is '7'", 2)]
    [InlineData("""{ "networks": [ { "ssid": "" } ] }""", "ssid is ''", 2)]
    [InlineData("""{ "networks": [ { "password": "12345678" } ] }""", "is no board profile", 2)]
    [InlineData("""{ "networks": [ { "ssid": "a", "hosts": { "b": "c" } } ] }""", "the address of b is 'c'", 2)]
    [InlineData("""{ "networks": [ { "ssid": "a", "time": "soon" } ] }""", "time is 'soon'", 2)]
    [InlineData("""{ "pins": { "99": true } }""", "pins 99", 2)]
    [InlineData("""{ "certificates": { "key": "x" } }""", "one of certificate and key", 2)]
    [InlineData("""{ "certificates": { "ca": "gone.pem" } }""", "cannot read", 3)]
    [InlineData("""{ "files": { "D:\\x": { "text": "" } } }""", @"D:\x", 2)]
    [InlineData("""{ "files": { "I:\\x": { } } }""", @"files I:\x", 2)]
    [InlineData("""{ "flashMegabyte": 4 }""", "is no board profile", 2)]
    [InlineData("no JSON", "is no board profile", 2)]
    public void A_mistake_is_named_with_the_file(string text, string reason, int exitCode)
    {
        var failure = Assert.Throws<HarnessException>(() =>
        {
            var profile = Read(text);
            profile.Create(profile.CreateFlash());
        });
        Assert.Equal(exitCode, failure.ExitCode);
        Assert.Contains(reason, failure.Message);
        Assert.Contains(_folder.Path, failure.Message);
        Assert.NotEmpty(failure.Hint);
    }

    [Fact]
    public async Task A_profile_and_an_option_that_it_would_hide_are_not_both_taken()
    {
        var result = await Cli.Run("device", "run", "--profile", "board.json", "--network", "HomeNet secret-word");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("error: --profile and --network cannot be combined", result.Error);
    }

    public void Dispose() => _folder.Dispose();

    private ProfileFile Read(string text)
    {
        File.WriteAllText(_folder.File("board.json"), text);
        return ProfileFile.Read(_folder.File("board.json"));
    }
}
