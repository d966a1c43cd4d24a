namespace SecureEsp.DeviceApp.Web.Page
{
    /// <summary>The built-in page.</summary>
    public static class PageHtml
    {
        /// <summary>Its text.</summary>
        public const string Text = @"<!doctype html>
<html lang=""en"">
<head>
<meta charset=""utf-8"">
<meta name=""viewport"" content=""width=device-width, initial-scale=1"">
<title>SecureEsp</title>
<link rel=""icon"" href=""data:,"">
<link rel=""stylesheet"" href=""/page.css"">
</head>
<body>
<header><h1 id=""name"">SecureEsp</h1><p id=""message"" role=""status""></p></header>
<main>
<section><h2>Status</h2><table id=""status""></table><button id=""refresh"">Refresh</button> <button id=""reboot"">Restart</button></section>
<section><h2>Update</h2><table id=""update""></table><button id=""look"">Look for an update</button> <button id=""commit"">Keep</button> <button id=""revert"">Go back</button></section>
<section><h2>Settings</h2><form id=""settings""><table id=""config""></table><button>Save</button> <small>In force after a restart.</small></form></section>
<section><h2>Files</h2><ul id=""files""></ul></section>
<section><h2>Log</h2><pre id=""log""></pre></section>
</main>
<script src=""/page.js""></script>
</body>
</html>
";
    }
}
