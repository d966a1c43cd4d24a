namespace SecureEsp.DeviceApp.Console
{
    /// <summary>The serial console. Lines may be written from any thread; only one thread reads.</summary>
    public interface IConsole
    {
        /// <summary>Writes <c>[stage] text</c> and a line end, unbroken by other threads' lines.</summary>
        void WriteLine(string stage, string text);

        /// <summary>Writes raw bytes, such as a part of a response. Control characters other than tab and line ends become dots.</summary>
        void Write(byte[] bytes, int offset, int count);

        /// <summary>Whether a typed byte waits to be read.</summary>
        bool HasTyped { get; }

        /// <summary>Waits for one typed byte.</summary>
        /// <param name="timeoutMs">Longest wait in milliseconds, above 0.</param>
        /// <returns>0 to 255, or -1 when nothing was typed in time.</returns>
        int ReadByte(int timeoutMs);
    }
}
