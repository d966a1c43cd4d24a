using System.Text;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Text inside HTML.</summary>
    public static class HtmlText
    {
        /// <summary>Writes a text so that no part of it is markup, in an attribute's quotes neither.</summary>
        public static string Of(string text)
        {
            var html = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                switch (text[i])
                {
                    case '<': html.Append("&lt;"); break;
                    case '>': html.Append("&gt;"); break;
                    case '&': html.Append("&amp;"); break;
                    case '"': html.Append("&quot;"); break;
                    case '\'': html.Append("&#39;"); break;
                    default: html.Append(text[i]); break;
                }
            }

            return html.ToString();
        }
    }
}
