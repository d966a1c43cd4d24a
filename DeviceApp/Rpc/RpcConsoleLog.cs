using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Shows on the console who was called; never with what.</summary>
    public sealed class RpcConsoleLog : IRpcLog
    {
        private const int MaxName = 64;

        private readonly IConsole _console;

        /// <summary>On this console.</summary>
        public RpcConsoleLog(IConsole console)
        {
            _console = console;
        }

        /// <inheritdoc/>
        public void Called(string method, string channel, RpcException error)
        {
            var name = PrintableText.Of(method.Length <= MaxName ? method : method.Substring(0, MaxName));
            _console.WriteLine("rpc", name + " by " + channel + (error == null ? "" : ": " + error.Code.ToString() + " " + PrintableText.Of(error.Message)));
        }
    }
}
