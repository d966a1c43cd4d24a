namespace SecureEsp.DeviceApp.Web.Page
{
    /// <summary>How the built-in page looks: one column on a phone, two on a screen, dark where the device is.</summary>
    public static class PageStyle
    {
        /// <summary>Its text.</summary>
        public const string Text = @":root{color-scheme:light dark;--line:#8884;--accent:#0a6ebd}
*{box-sizing:border-box}
body{margin:0;font:16px/1.45 system-ui,sans-serif}
header{padding:1rem;border-bottom:1px solid var(--line)}
h1{margin:0;font-size:1.3rem}
h2{margin:.2rem 0 .6rem;font-size:1.05rem}
#message{margin:.2rem 0 0;min-height:1.45em}
#message.bad{color:#d33}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem;padding:1rem}
section{border:1px solid var(--line);border-radius:.5rem;padding:.8rem;min-width:0}
table{width:100%;border-collapse:collapse;margin-bottom:.6rem}
td{padding:.25rem .3rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere;vertical-align:top}
td:first-child{width:42%;color:#888}
input{width:100%;font:inherit;padding:.3rem}
button{font:inherit;padding:.5rem .9rem;border:1px solid var(--accent);border-radius:.3rem;background:none;color:inherit}
pre{max-height:20rem;overflow:auto;margin:0;font-size:.8rem;white-space:pre-wrap;overflow-wrap:anywhere}
ul{margin:0;padding-left:1.2rem}
";
    }
}
