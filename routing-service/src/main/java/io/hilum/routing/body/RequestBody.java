package io.hilum.routing.body;

import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it came, and the few things in it that routing must know. All
 * other fields are neither read nor written: they reach the provider byte for byte.
 */
public final class RequestBody {

	private final byte[] bytes;

	private final BodyFields fields;

	RequestBody(byte[] bytes, BodyFields fields) {
		this.bytes = bytes;
		this.fields = fields;
	}

	/**
	 * The name of the model that the client asks for.
	 * @return the name
	 */
	public String model() {
		return this.fields.model();
	}

	/**
	 * Whether the answer is to be streamed.
	 * @return {@code true} if it is
	 */
	public boolean stream() {
		return this.fields.endpoint().writes() && this.fields.stream();
	}

	/**
	 * Whether the client wants to see the usage at the end of a stream.
	 * @return {@code true} if it asked for it
	 */
	public boolean usageAsked() {
		return this.fields.includeUsage();
	}

	/**
	 * How many answers are asked for.
	 * @return the number, at least one
	 */
	public int choices() {
		return this.fields.choices();
	}

	/**
	 * The most output tokens of one answer that the client allows.
	 * @return the number of tokens or {@code null} if the client did not say
	 */
	public @Nullable Integer maxTokens() {
		return this.fields.maxTokens();
	}

	/**
	 * The service tier of the provider that the client asks for.
	 * @return its name or {@code null} if the client did not say
	 */
	public @Nullable String serviceTier() {
		return this.fields.serviceTier();
	}

	/**
	 * What the body refers to that is not in it.
	 * @return what counts as input beside the body itself
	 */
	public Outside outside() {
		return Outside.of(this.bytes);
	}

	/**
	 * The length of the body.
	 * @return the number of bytes, an upper bound of the tokens of what is in it
	 */
	public int length() {
		return this.bytes.length;
	}

	/**
	 * The body as it is sent to a provider.
	 * @param edits what is changed
	 * @return the new body; everything that no edit names is as the client sent it
	 */
	public byte[] with(BodyEdits edits) {
		Splice splice = new Splice(this.bytes, this.fields.objectStart() + 1);
		splice.replace(this.fields.modelMember(), JsonText.quote(edits.model()));
		if (edits.maxTokens() != null && this.fields.endpoint().writes()) {
			limitOutput(splice, edits.maxTokens(), this.fields.endpoint().limitField(edits.limitField()));
		}
		if (stream() && this.fields.endpoint().asksForUsage() && !usageAsked()) {
			askForUsage(splice);
		}
		Member extension = this.fields.extension();
		if (extension != null) {
			splice.remove(extension);
		}
		return splice.apply();
	}

	private void limitOutput(Splice splice, int maxTokens, String limitField) {
		String value = Integer.toString(maxTokens);
		if (this.fields.limits().isEmpty()) {
			splice.insert("\"" + limitField + "\":" + value + ",");
		}
		this.fields.limits().forEach((limit) -> splice.replace(limit, value));
	}

	private void askForUsage(Splice splice) {
		Member options = this.fields.streamOptions();
		Member asked = this.fields.includeUsageMember();
		if (options == null) {
			splice.insert("\"stream_options\":{\"include_usage\":true},");
		}
		else if (asked != null) {
			splice.replace(asked, "true");
		}
		else if (this.fields.streamOptionsEmpty()) {
			splice.replace(options, "{\"include_usage\":true}");
		}
		else {
			splice.insertAt(options.value().start() + 1, "\"include_usage\":true,");
		}
	}

	/**
	 * The bytes as they came, for a provider that answers in this process.
	 * @return the bytes, not to be changed
	 */
	public byte[] bytes() {
		return this.bytes;
	}

	@Override
	public String toString() {
		return "RequestBody[model=" + model() + ", bytes=" + this.bytes.length + "]";
	}

}
