using System;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Serves the page in the device's own network, under the device's own certificate.</summary>
    public interface IPageServer
    {
        /// <summary>Why it cannot be served, for people; null where it can.</summary>
        string Problem { get; }

        /// <summary>When the certificate begins.</summary>
        DateTime CertificateFrom { get; }

        /// <summary>When it ends.</summary>
        DateTime CertificateUntil { get; }

        /// <summary>Serves. A client certificate is asked for nowhere, or only on a port of its own: phones have none.</summary>
        /// <exception cref="Exception">It cannot.</exception>
        void Start(IWebHandler handler);

        /// <summary>Ends it.</summary>
        void Stop();
    }
}
