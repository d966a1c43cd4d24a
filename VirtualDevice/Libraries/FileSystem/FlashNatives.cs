extern alias corelib;

using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using DeviceIOException = corelib::System.IO.IOException;

namespace SecureEsp.VirtualDevice.Libraries.FileSystem;

/// <summary>Calls the board's flash for a native and throws what it refuses as the device's IOException.</summary>
internal static class FlashNatives
{
    public static T Call<T>(Func<Flash, T> call)
    {
        try
        {
            return call(Life.Current.Board.Flash);
        }
        catch (FlashException e)
        {
            throw new DeviceIOException(string.Empty, (int)e.Error);
        }
    }

    public static void Call(Action<Flash> call) => Call(flash =>
    {
        call(flash);
        return true;
    });
}
