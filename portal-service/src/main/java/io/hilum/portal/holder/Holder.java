package io.hilum.portal.holder;

import java.util.UUID;

import io.hilum.portal.seal.Seal;
import io.hilum.portal.word.WordMarks;

/**
 * A person or a team with its open keys.
 *
 * @param id the id, under which everything of it is sealed
 * @param kind who it is
 * @param name the subject or the team
 * @param seal seals and opens what belongs to it
 * @param marks turns words into what they are found by
 */
public record Holder(UUID id, HolderKind kind, String name, Seal seal, WordMarks marks) {

}
