using System;
using System.Threading;
using SecureEsp.DeviceApp.Update;

namespace UpdateRunner
{
    /// <summary>Verifies as the firmware does, and loads nothing: what is loaded stays loaded, and there are hundreds of boots in a life. Version 3 throws, 9 hangs.</summary>
    public sealed class Loader : IApplicationLoader
    {
        private readonly IApplicationLoader _inner;

        public Loader(IApplicationLoader inner)
        {
            _inner = inner;
        }

        public SlotContent Verify(int slot)
        {
            return _inner.Verify(slot);
        }

        public ILoadedApplication Load(SlotContent content)
        {
            return new Application(content.Decision.Manifest.Version.Major);
        }

        private sealed class Application : ILoadedApplication
        {
            private readonly int _version;

            public Application(int version)
            {
                _version = version;
            }

            public void Start()
            {
                if (_version == 3)
                {
                    throw new InvalidOperationException("no luck");
                }

                if (_version == 9)
                {
                    Thread.Sleep(Timeout.Infinite);
                }
            }

            public void Configure(string key, string value)
            {
            }

            public string EndedThread()
            {
                return null;
            }

            public bool IsHealthy()
            {
                return true;
            }
        }
    }
}
