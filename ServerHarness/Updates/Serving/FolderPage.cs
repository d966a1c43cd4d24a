using Microsoft.AspNetCore.Http;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Updates.Serving;

/// <summary>The files of one folder to everybody, as <c>openssl s_server -WWW</c> serves them; none of its folders, nothing hidden, no link that leads out.</summary>
internal sealed class FolderPage(string folder)
{
    private readonly string _folder = Path.GetFullPath(folder);

    public Task Answer(HttpContext context)
    {
        if (!Page.IsRead(context))
        {
            return Page.RefuseMethod(context);
        }

        var name = (context.Request.Path.Value ?? "").TrimStart('/');
        var file = new FileInfo(Path.Combine(_folder, name.Length == 0 ? "." : name));
        var isThere = name.Length > 0 && name[0] != '.' && name.IndexOfAny(['/', '\\', '\0']) < 0 && file.Exists && file.LinkTarget is null;
        return isThere
            ? Results.File(file.FullName, "application/octet-stream", lastModified: file.LastWriteTimeUtc, enableRangeProcessing: true).ExecuteAsync(context)
            : Page.Send(context, StatusCodes.Status404NotFound, Page.Plain, "not found"u8.ToArray());
    }
}
