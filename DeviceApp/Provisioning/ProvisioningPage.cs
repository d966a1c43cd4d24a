using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>The page, whole in one answer: it must work on a phone that has no internet.</summary>
    public static class ProvisioningPage
    {
        /// <summary>What a browser may do with it. The digest is that of <see cref="Script"/>.</summary>
        public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-oUVaent2e4N6tQk9DYBLdABNrFM5frRYpVtMYhjU5/g='; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

        /// <summary>Tells the time when the form is sent.</summary>
        public const string Script = "document.forms[0].addEventListener('submit',function(){this.elements.time.value=Math.floor(Date.now()/1000)})";

        private const string Head = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + "<title>SecureEsp</title><style>body{font:16px sans-serif;max-width:30em;margin:2em auto;padding:0 1em;color:#123}"
            + "h1{font-size:1.3em}label{display:block;margin:1em 0 .2em}input{font:inherit;width:100%;box-sizing:border-box;padding:.5em}"
            + "button{font:inherit;margin:1.5em 0;padding:.6em 1.2em}.no{color:#a00;font-weight:bold}small{color:#567}</style></head><body>";

        private const string Form = "<form method=\"post\" action=\"/provision\" autocomplete=\"off\">"
            + "<label for=\"code\">Setup code</label><input id=\"code\" name=\"code\" required autocapitalize=\"characters\" spellcheck=\"false\">"
            + "<small>on the device's label, or on its console</small>"
            + "<label for=\"ssid\">Wi-Fi network</label><input id=\"ssid\" name=\"ssid\" required maxlength=\"32\" spellcheck=\"false\">"
            + "<label for=\"password\">Its password</label><input id=\"password\" name=\"password\" type=\"password\" required minlength=\"8\" maxlength=\"63\">"
            + "<h2>Servers</h2><small>left empty: as it is</small>";

        /// <summary>The form.</summary>
        /// <param name="settings">What the device has now.</param>
        /// <param name="problem">What was wrong before; empty for nothing.</param>
        public static string Ask(DeviceSettings settings, string problem)
        {
            return Head + "<h1>" + HtmlText.Of(settings.DeviceId) + "</h1>" + (problem.Length == 0 ? "" : "<p class=\"no\" role=\"alert\">" + HtmlText.Of(problem) + "</p>")
                + Form
                + Field("https", "HTTPS endpoint", settings.HttpsHost + ":" + settings.HttpsPort.ToString())
                + Field("mqtt", "MQTT broker", settings.MqttHost + ":" + settings.MqttPort.ToString())
                + Field("update", "Updates from", settings.UpdateUrl.Length == 0 ? "https://" : settings.UpdateUrl)
                + "<input type=\"hidden\" name=\"time\"><button>Try and keep</button></form><script>" + Script + "</script></body></html>\n";
        }

        /// <summary>The answer to values that will be tried.</summary>
        public static string Trying(string deviceId, string ssid)
        {
            return Head + "<h1>" + HtmlText.Of(deviceId) + "</h1><p id=\"trying\">Trying <b>" + HtmlText.Of(ssid)
                + "</b>. This network goes away now; if the values do not work it comes back within some minutes, and this page tells why.</p></body></html>\n";
        }

        private static string Field(string name, string label, string now)
        {
            return "<label for=\"" + name + "\">" + label + "</label><input id=\"" + name + "\" name=\"" + name + "\" spellcheck=\"false\" placeholder=\"" + HtmlText.Of(now) + "\">";
        }
    }
}
