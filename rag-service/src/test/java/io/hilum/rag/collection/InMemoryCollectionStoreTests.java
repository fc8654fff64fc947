package io.hilum.rag.collection;

/**
 * The double keeps the contract.
 */
class InMemoryCollectionStoreTests extends CollectionStoreContract {

	@Override
	protected CollectionStore store() {
		return new InMemoryCollectionStore();
	}

}
