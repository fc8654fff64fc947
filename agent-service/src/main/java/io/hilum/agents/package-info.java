/**
 * Agents that are models: clinical, billing and coding.
 */
@NullMarked
package io.hilum.agents;

import org.jspecify.annotations.NullMarked;
