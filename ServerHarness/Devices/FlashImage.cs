using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>A board's flash, kept in a file from run to run.</summary>
public static class FlashImage
{
    /// <summary>Reads the flash, or makes the file with an empty one: that it can be written shows before the board runs, not after.</summary>
    /// <param name="size">An empty flash of the board's size; without, one of 2 MB.</param>
    /// <exception cref="HarnessException">The file is something else, which is left as it is, or it cannot be read or written.</exception>
    public static Flash Open(string file, Flash? size = null)
    {
        var flash = size ?? new Flash();
        try
        {
            if (!File.Exists(file)) flash.Save(file);
            else if (!flash.Load(file)) throw new HarnessException($"{file} is no flash image", "give a file that --flash has written, or one that does not exist yet");
            return flash;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"cannot keep the flash in {file}: {e.Message}", "give a file in a folder that you may write", ExitCode.Missing, e);
        }
    }
}
