package io.hilum.phi.classify;

import io.hilum.phi.detect.EntityType;

/**
 * What a network takes a piece of a text for.
 *
 * @param type the likeliest type of identifier
 * @param probability how likely it is part of any identifier
 * @param begins whether it rather starts one than goes on with it
 */
public record Opinion(EntityType type, float probability, boolean begins) {

	static final Opinion NONE = new Opinion(EntityType.OTHER_ID, 0, false);

	/** The surer of two parts of a word, which starts what its first part starts. */
	Opinion and(Opinion later) {
		return (later.probability > this.probability) ? new Opinion(later.type, later.probability, this.begins) : this;
	}

}
