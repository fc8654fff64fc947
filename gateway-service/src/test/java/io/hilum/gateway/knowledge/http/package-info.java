@NullMarked
package io.hilum.gateway.knowledge.http;

import org.jspecify.annotations.NullMarked;
