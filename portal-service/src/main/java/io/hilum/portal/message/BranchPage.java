package io.hilum.portal.message;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A part of a branch.
 *
 * @param messages the messages, oldest first
 * @param before leads to what comes before them, {@code null} at the beginning
 */
public record BranchPage(List<PlacedMessage> messages, @Nullable UUID before) {

	static final BranchPage EMPTY = new BranchPage(List.of(), null);

}
