package io.hilum.gateway.chat.request;

import java.util.function.Function;

import io.hilum.gateway.models.Endpoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads a request from its bytes, once, and without binding it to types: fields that
 * nobody here knows pass byte for byte. Thread-safe.
 */
public final class ChatRequestReader {

	private final Function<Endpoint, ? extends RequestForm> forms;

	private final StrictJson json;

	private final ArgumentsReader arguments;

	private final int maxTexts;

	/**
	 * Create a reader.
	 * @param forms the form of a request for each endpoint
	 * @param bounds how large and how deep a request may be
	 * @param maxTexts how many texts it may have
	 */
	public ChatRequestReader(Function<Endpoint, ? extends RequestForm> forms, StreamReadConstraints bounds,
			int maxTexts) {
		this.forms = forms;
		this.json = new StrictJson(bounds);
		this.arguments = new ArgumentsReader(this.json);
		this.maxTexts = maxTexts;
	}

	/**
	 * Read a request.
	 * @param asked what is asked for, and of which model if the path says so
	 * @param body the bytes
	 * @return the request
	 * @throws io.hilum.gateway.problem.ProblemException if it is not one
	 */
	public ChatRequest read(Asked asked, byte[] body) {
		try (JsonParser parser = this.json.parse(body)) {
			RequestForm form = this.forms.apply(asked.endpoint());
			return new RequestWalk(form, asked, body, parser, this.arguments, this.maxTexts).walk();
		}
		catch (StreamConstraintsException ex) {
			throw StrictJson
				.invalid("The body is nested deeper, or has longer numbers or more values, than this gateway reads");
		}
		catch (JacksonException ex) {
			throw StrictJson.invalid("The body must be one JSON object with each key once" + place(ex.getLocation()));
		}
	}

	private static String place(@Nullable TokenStreamLocation location) {
		return (location != null)
				? ", which it is not at line " + location.getLineNr() + ", column " + location.getColumnNr() : "";
	}

}
