package io.hilum.routing.body;

import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a body once, as a stream of tokens: refuses what is no JSON, repeats a name or
 * nests too deeply (two readers of such a body could see two different requests), and
 * notes where the few fields lie that routing knows. Thread-safe.
 */
public final class BodyScanner {

	private final JsonFactory factory;

	/**
	 * Create a scanner.
	 * @param maxDepth how deep a body may nest
	 * @param maxBytes how long a body, and so any string in it, may be
	 */
	public BodyScanner(int maxDepth, int maxBytes) {
		StreamReadConstraints constraints = StreamReadConstraints.builder()
			.maxNestingDepth(maxDepth)
			.maxStringLength(maxBytes)
			.maxNameLength(1024)
			.build();
		this.factory = JsonFactory.builder()
			.streamReadConstraints(constraints)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build();
	}

	/**
	 * Read a body.
	 * @param bytes the body, as UTF-8
	 * @param endpoint the operation that it asks for
	 * @return what is known of it
	 * @throws RoutingException if it is not what the API says
	 */
	public RequestBody scan(byte[] bytes, Endpoint endpoint) {
		int start = objectStart(bytes);
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), bytes)) {
			BodyFields fields = new BodyScan(parser, start, endpoint).read();
			return new RequestBody(bytes, fields);
		}
		catch (StreamConstraintsException ex) {
			throw invalid("The body nests too deeply or has a name or a number that is too long", null);
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			long offset = (location != null) ? Math.max(0, location.getByteOffset()) : 0;
			throw invalid("The body is not valid JSON, or repeats a name, near byte " + offset, null);
		}
	}

	/**
	 * The parser detects UTF-16 and UTF-32, the offsets of an edit are those of UTF-8.
	 */
	private static int objectStart(byte[] bytes) {
		int start = 0;
		while (start < bytes.length && bytes[start] <= ' ' && bytes[start] > 0) {
			start++;
		}
		if (start + 1 >= bytes.length || bytes[start] != '{' || bytes[start + 1] == 0) {
			throw invalid("The body must be a JSON object in UTF-8", null);
		}
		return start;
	}

	static RoutingException invalid(String message, @Nullable String param) {
		return new RoutingException(new RoutingProblem.InvalidBody(message, param));
	}

}
