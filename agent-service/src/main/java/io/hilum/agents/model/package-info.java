/**
 * The model that an agent asks.
 */
@NullMarked
package io.hilum.agents.model;

import org.jspecify.annotations.NullMarked;
