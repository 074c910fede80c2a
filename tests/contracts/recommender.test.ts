import { trainItemKnn } from '#learn/baselines/item-knn.ts';
import { createPopularity } from '#learn/baselines/popularity.ts';
import { describeRecommender } from './recommender.ts';

describeRecommender({
	name: 'popularity',
	personal: false,
	explains: false,
	learn: createPopularity,
});
describeRecommender({
	name: 'item kNN',
	personal: true,
	explains: true,
	learn: trainItemKnn,
});
