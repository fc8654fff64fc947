package io.hilum.rag.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

import io.hilum.rag.collection.DocumentCollection;
import io.hilum.rag.seal.Place;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals and opens the passages of one collection.
 *
 * @param collection the collection
 * @param key its key
 */
public record PassageSeal(UUID collection, AesGcm key) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Open the key of a collection.
	 * @param collection the collection
	 * @param keys what opens it
	 * @return what seals and opens its passages
	 */
	public static Mono<PassageSeal> of(DocumentCollection collection, DataKeys keys) {
		return collection.key(keys).map((key) -> new PassageSeal(collection.id(), key));
	}

	/**
	 * Seal a passage.
	 * @param passage the passage
	 * @param document the document that it is of
	 * @param vector its vector
	 * @return what to store
	 */
	public SealedPassage seal(Passage passage, UUID document, float[] vector) {
		PhiText section = passage.section();
		Content content = new Content((section != null) ? section.reveal() : null, passage.page(),
				passage.text().reveal());
		byte[] text = this.key.seal(JSON.writeValueAsBytes(content),
				Place.text(this.collection, document, passage.id()).bytes());
		byte[] values = this.key.seal(bytes(vector), Place.vector(this.collection, document, passage.id()).bytes());
		return new SealedPassage(passage.id(), this.collection, document, text, values);
	}

	/**
	 * Open the text of a passage.
	 * @param sealed what was stored
	 * @return the passage
	 */
	public Passage open(SealedPassage sealed) {
		byte[] json = this.key.open(sealed.content(),
				Place.text(this.collection, sealed.document(), sealed.id()).bytes());
		Content content = JSON.readValue(json, Content.class);
		String section = content.section();
		return new Passage(sealed.id(), (section != null) ? PhiText.of(section) : null, content.page(),
				PhiText.of(content.text()));
	}

	/**
	 * Open the vector of a passage.
	 * @param sealed what was stored
	 * @return the vector
	 */
	public float[] openVector(SealedPassage sealed) {
		byte[] bytes = this.key.open(sealed.vector(),
				Place.vector(this.collection, sealed.document(), sealed.id()).bytes());
		float[] vector = new float[bytes.length / Float.BYTES];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
		return vector;
	}

	private static byte[] bytes(float[] vector) {
		ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asFloatBuffer().put(vector);
		return buffer.array();
	}

	private record Content(@Nullable String section, @Nullable Integer page, String text) {

		@Override
		public String toString() {
			return "Content[REDACTED]";
		}

	}

}
