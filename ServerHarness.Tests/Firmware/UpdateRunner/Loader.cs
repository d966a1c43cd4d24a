using System;
using SecureEsp.DeviceApp.Update;

namespace UpdateRunner
{
    /// <summary>Verifies as the firmware does, and loads nothing: what is loaded stays loaded, and there are hundreds of boots in a life. Version 3 throws.</summary>
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
            return new Application(content.Decision.Manifest.Version.Major == 3);
        }

        private sealed class Application : ILoadedApplication
        {
            private readonly bool _throws;

            public Application(bool throws)
            {
                _throws = throws;
            }

            public void Start()
            {
                if (_throws)
                {
                    throw new InvalidOperationException("no luck");
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
