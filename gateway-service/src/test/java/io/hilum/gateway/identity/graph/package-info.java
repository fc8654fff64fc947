/**
 * Tests of the adapter of Microsoft Graph.
 */
@org.jspecify.annotations.NullMarked
package io.hilum.gateway.identity.graph;
