/**
 * Tests of pseudonyms in what leaves.
 */
@NullMarked
package io.hilum.agents.pseudonym;

import org.jspecify.annotations.NullMarked;
