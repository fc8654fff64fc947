package io.hilum.gateway.portal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;

/**
 * The files of the page, read once: a request finds one by its whole path or not at all,
 * so that no path leads out of them.
 */
final class Site {

	/**
	 * Where the files are whose names change with their content.
	 */
	static final String ASSETS = "assets/";

	private static final String FOLDER = "META-INF/hilum/portal/";

	private static final String GZIP = ".gz";

	private static final Map<String, MediaType> TYPES = Map.of("html",
			MediaType.parseMediaType("text/html;charset=utf-8"), "js",
			MediaType.parseMediaType("text/javascript;charset=utf-8"), "css",
			MediaType.parseMediaType("text/css;charset=utf-8"), "svg", MediaType.parseMediaType("image/svg+xml"),
			"woff2", MediaType.parseMediaType("font/woff2"), "png", MediaType.IMAGE_PNG, "txt",
			MediaType.parseMediaType("text/plain;charset=utf-8"));

	private final Map<String, Content> files;

	private Site(Map<String, Content> files) {
		this.files = Map.copyOf(files);
	}

	/**
	 * Read what the build packed.
	 * @param resources where it is looked for
	 * @return the page, empty if this was built without it
	 */
	static Site read(ResourcePatternResolver resources) throws IOException {
		Map<String, byte[]> packed = new HashMap<>();
		for (Resource resource : resources.getResources("classpath*:/" + FOLDER + "**/*")) {
			String url = resource.getURL().toString();
			if (resource.isReadable() && !url.endsWith("/")) {
				packed.put(url.substring(url.indexOf(FOLDER) + FOLDER.length()), resource.getContentAsByteArray());
			}
		}
		return of(packed);
	}

	/**
	 * Put files together.
	 * @param packed their bytes by path; beside one may be the same with {@code .gz}
	 * @return the page
	 */
	static Site of(Map<String, byte[]> packed) {
		Map<String, Content> files = new HashMap<>();
		packed.forEach((path, bytes) -> {
			MediaType type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
			if (type != null) {
				files.put(path, new Content(type, bytes, packed.get(path + GZIP),
						"W/\"" + DigestUtils.md5DigestAsHex(bytes) + '"'));
			}
		});
		return new Site(files);
	}

	boolean isEmpty() {
		return !this.files.containsKey("index.html");
	}

	/**
	 * Find what a path shows: a file, or the page itself where the path is one of its
	 * views, and so has no extension and is no asset.
	 * @param path the path below that of the page
	 * @return the content, or {@code null}
	 */
	@Nullable Content find(String path) {
		boolean view = !path.startsWith(ASSETS) && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
		return this.files.get(view ? "index.html" : path);
	}

	/**
	 * A file.
	 *
	 * @param type what it is
	 * @param plain its bytes
	 * @param gzip the same compressed, where that is worth it
	 * @param tag changes with its bytes; weak, since it is the same compressed or not
	 */
	record Content(MediaType type, byte[] plain, byte @Nullable [] gzip, String tag) {

	}

}
